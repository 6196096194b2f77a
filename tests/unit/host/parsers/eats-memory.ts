// A parser that fills memory outside V8's heap, where the heap limit does not reach.
process.on('message', () => {
  const kept: Buffer[] = [];
  setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 10);
});
