// The short dialogue on ding-dong, a FastAGI server from npm, as its own documents tell to write it.
const Server = require('ding-dong');

const [port, prompt] = process.argv.slice(2);
const KEYS = '0123456789*#';

async function talk(context) {
  await context.onEvent('variables');
  await context.streamFile(prompt, KEYS);
  let keyed = '';
  for (let key = ''; key !== '#'; ) {
    const reply = await context.waitForDigit(10000);
    key = String.fromCharCode(Number(reply.result));
    keyed += key;
  }
  await context.waitForDigit(500);
  await context.streamFile(prompt, KEYS);
  if (keyed === '1234#') {
    await context.setVariable('DURCHKOMMEN_ENDED', '1');
  }
  await context.setVariable('AJ_AGISTATUS', 'SUCCESS');
  await context.end();
}

new Server((context) => {
  context.on('error', () => {});
  talk(context).catch(() => context.end());
}).start(Number(port), '127.0.0.1');
