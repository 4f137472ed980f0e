/** Where a login leads to: the same rule as in de.durchkommen.page.Onward. */

const FORM = /^\/[a-z0-9][a-z0-9-]*(\/[a-z0-9-]+)*(\?[A-Za-z0-9=&_.~-]*)?$/;
const LONGEST = 200;
const LOGIN = '/anmelden';

/**
 * The address that was asked for, when it is one of ours; else the start.
 *
 * @param {string|null} given
 * @returns {string}
 */
export function onward(given) {
  const ours = given !== null && given.length <= LONGEST && FORM.test(given) && !given.startsWith(LOGIN);
  return ours ? given : '/';
}

/**
 * The login, which leads back to this page.
 *
 * @param {string} reason a word that the login page knows, or nothing
 * @returns {string}
 */
export function login(reason = '') {
  const asked = new URLSearchParams();
  const here = onward(location.pathname + location.search);
  if (here !== '/') {
    asked.set('weiter', here);
  }
  if (reason !== '') {
    asked.set('grund', reason);
  }
  return asked.size === 0 ? LOGIN : `${LOGIN}?${asked}`;
}
