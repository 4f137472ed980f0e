/** Where people begin as long as their role has no page of its own. */

import {byId, fill} from './dom.js';
import {begin} from './shell.js';

const {who, live} = await begin();
fill(byId('gruss'), `Guten Tag, ${who.shownName}`);
document.querySelectorAll('[data-rolle]').forEach(part => {
  part.hidden = part.dataset.rolle !== who.role;
});
live.start();
