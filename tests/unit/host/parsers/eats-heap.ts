// A parser whose objects grow without end.
process.on('message', () => {
  const kept: unknown[] = [];
  for (;;) kept.push(new Array(1000).fill({}));
});
