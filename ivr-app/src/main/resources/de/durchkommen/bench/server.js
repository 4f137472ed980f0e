// The short dialogue on ding-dong, a FastAGI server from npm, as its own documents tell to write it.
const Server = require('ding-dong');

const [port, prompt] = process.argv.slice(2);
const KEYS = '0123456789*#';

async function talk(context) {
  await context.onEvent('variables');
  await context.streamFile(prompt, KEYS);
  const first = await context.waitForDigit(10000);
  const rest = await context.getData('""', 5000, 9);
  const keyed = String.fromCharCode(Number(first.result)) + rest.result;
  await context.waitForDigit(500);
  await context.streamFile(prompt, KEYS);
  if (keyed === '1234') {
    await context.setVariable('DURCHKOMMEN_ENDED', '1');
  }
  await context.setVariable('AJ_AGISTATUS', 'SUCCESS');
  await context.end();
}

new Server((context) => {
  context.on('error', () => {});
  talk(context).catch(() => context.end());
}).start(Number(port), '127.0.0.1');
