// A parser that dies by a signal, as a native fault would make it.
process.on('message', () => process.kill(process.pid, 'SIGSEGV'));
