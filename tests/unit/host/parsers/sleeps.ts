// A parser that never answers.
process.on('message', () => setInterval(() => undefined, 1000));
