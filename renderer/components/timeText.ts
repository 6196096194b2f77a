/** An ISO instant as it is read in a file: 11-21 09:00 of this year, 2025-11-21 09:00 of another; in the zone of the workstation. */
export function timeText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`;
  return time.getFullYear() === new Date().getFullYear() ? `${day} ${clock}` : `${time.getFullYear()}-${day} ${clock}`;
}
