// A parser caught in a loop, deaf to everything.
process.on('message', () => {
  for (;;) Math.random();
});
