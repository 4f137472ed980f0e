/** A question before something that cannot be taken back. */

import {el} from './dom.js';

/**
 * Asks; the answer that changes nothing has the focus.
 *
 * @returns {Promise<boolean>} whether it is to be done
 */
export function asksFirst(question, words, yes) {
  return new Promise(done => {
    const no = el('button', {type: 'button', class: 'button quiet', autofocus: true}, 'Nein, zurück');
    const go = el('button', {type: 'button', class: 'button'}, yes);
    const box = el('dialog', {class: 'sheet', 'aria-labelledby': 'rueckfrage'},
        el('h2', {id: 'rueckfrage'}, question), el('p', {}, words), el('p', {class: 'actions'}, no, go));
    no.addEventListener('click', () => box.close());
    go.addEventListener('click', () => box.close('ja'));
    box.addEventListener('close', () => {
      box.remove();
      done(box.returnValue === 'ja');
    });
    document.body.append(box);
    box.showModal();
  });
}
