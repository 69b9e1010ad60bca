// @ts-check
/** One risk: what could happen to whom, how it is rated and why, what is done about it, who accepts what is left. */
import { linkButton, button } from '../../components/button.js';
import { drawing } from '../../components/drawing.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { showRisk } from '../../ipc/commands.js';
import { h, refill } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';
import { actionDialog } from '../actions/add.js';
import { actionMark } from '../actions/marks.js';
import { chooseControlsFor } from './controls.js';
import { levelMark, standingMark, weakPlace } from './levels.js';

/** @typedef {import('../../ipc/types.js').RiskScreen} RiskScreen */

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function riskView(place) {
  const id = place.params.id;
  let screen = await showRisk(id);
  const head = h('div', { class: 'stack' });
  const body = h('div', { class: 'stack wide-gaps' });
  const side = h('div', { class: 'panel-body' });

  function draw() {
    const { line } = screen;
    refill(head,
      h('div', { class: 'titlebar' },
        h('div', { class: 'titles' }, h('h1', {}, line.record.name), h('p', {}, standingMark(line), ' ', line.levels[1].number === null ? null : levelMark(line.levels[1]), ' ', line.rank === null ? h('span', { class: 'quiet' }, t('risks.unranked')) : h('span', { class: 'quiet' }, t('risks.rank', { rank: line.rank })))),
        h('div', { class: 'actions' }, linkButton(t('risks.record'), to('record', id), { look: 'quiet' }), linkButton(t('risks.answer'), to('questions', id), { look: 'primary' }))),
      h('p', { class: 'prose lead' }, line.event || t('risks.no-event')),
      h('p', {}, line.systems.length === 0 ? t('risks.no-system') : line.systems.map((system, index) => [index > 0 ? ', ' : '', h('a', { href: to('record', system.id) }, h('span', { class: 'ref' }, system.reference), ' ', system.name)]),
        screen.source ? h('span', { class: 'quiet' }, ` · ${screen.source}`) : null, screen.origin ? h('span', { class: 'quiet' }, ` · ${t('risks.from-catalogue', { name: screen.origin })}`) : null));
    refill(body, weak(), ratings(), consequences(), treatment(), acceptance());
    refill(side, screen.map ? [h('h2', {}, t('risks.map')), drawing(screen.map)] : null,
      h('h2', {}, t('risks.method-used')),
      screen.method ? h('p', {}, h('a', { href: to('method', screen.method.record.id) }, screen.method.record.name, ' ', screen.method.edition)) : h('p', { class: 'quiet' }, t('risks.no-method-named')),
      screen.older ? h('p', {}, pill('clock', t('risks.older'), 'warn')) : null,
      screen.ratedOn ? h('p', { class: 'quiet' }, t('risks.rated-on', { day: day(screen.ratedOn) })) : null,
      h('p', {}, h('b', {}, t('risks.column-owner')), ': ', line.owner ? line.owner.name : t('risks.nobody')),
      h('p', {}, h('b', {}, t('risks.column-review')), ': ', line.reviewDue ? day(line.reviewDue) : t('risks.no-day')));
  }

  function weak() {
    const { weaknesses } = screen.line;
    return h('section', { class: 'card', 'aria-labelledby': 'risk-weak' }, h('h2', { id: 'risk-weak' }, t('risks.weak-title')),
      weaknesses.length === 0 ? h('p', {}, icon('check', 'inline'), t('risks.weak-none'))
        : h('ul', { class: 'plain-list' }, weaknesses.map((one) => h('li', {}, icon(one.presses ? 'triangle' : 'question', 'inline'), h('a', { href: one.code.startsWith('action-') ? '#/actions' : weakPlace(id, one) }, one.words)))));
  }

  function ratings() {
    const [first] = screen.ratings;
    return h('section', {}, h('h2', { id: 'risk-ratings' }, t('risks.ratings')),
      h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-labelledby': 'risk-ratings' }, h('table', { class: 'table ratings' },
        h('thead', {}, h('tr', {}, h('td', {}), screen.ratings.map((rating) => h('th', { scope: 'col' }, h('a', { href: to('questions', id, rating.section) }, rating.words))))),
        h('tbody', {},
          h('tr', {}, h('th', { scope: 'row' }, t('risks.likelihood')), screen.ratings.map((rating) => h('td', {}, rating.likelihood || open()))),
          first.parties.map((party, index) => h('tr', {}, h('th', { scope: 'row' }, party.party), screen.ratings.map((rating) => {
            const own = rating.parties[index];
            return h('td', {}, own.untouched ? h('span', { class: 'quiet' }, t('risks.untouched')) : [own.consequence || open(), ' ', own.level.number === null ? null : levelMark(own.level)]);
          }))),
          h('tr', { class: 'sum' }, h('th', { scope: 'row' }, t('risks.overall')), screen.ratings.map((rating) => h('td', {}, levelMark(rating.level), rating.level.verdict ? h('span', { class: 'quiet' }, ` ${t(`risks.verdict-${rating.level.verdict}`)}`) : h('span', { class: 'quiet' }, t('risks.missing', { missing: rating.level.missing }))))),
          h('tr', {}, h('th', { scope: 'row' }, t('risks.reason')), screen.ratings.map((rating) => h('td', { class: 'words' }, rating.reason || open())))))),
      h('p', { class: 'quiet' }, t('risks.overall-rule')));
  }

  const open = () => h('span', { class: 'quiet' }, t('risks.open'));

  function consequences() {
    return h('section', { 'aria-labelledby': 'risk-consequences' }, h('h2', { id: 'risk-consequences' }, t('risks.consequences')),
      h('dl', { class: 'facts' }, screen.parties.map((party) => [h('dt', {}, party.party), h('dd', {}, party.touched ? null : h('span', { class: 'quiet' }, t('risks.untouched'), ': '), party.words || open())])));
  }

  function treatment() {
    const chosen = screen.comparison.filter((one) => one.chosen);
    const own = screen.controls.filter((link) => !screen.comparison.some((one) => one.record?.id === link.id));
    const suggested = screen.comparison.filter((one) => one.suggested && !one.chosen && !one.inPlace);
    return h('section', { class: 'stack', 'aria-labelledby': 'risk-treatment' }, h('h2', { id: 'risk-treatment' }, t('risks.treatment')),
      h('p', {}, h('b', {}, screen.line.treatment ? t(`risks.treatment-${screen.line.treatment}`) : t('risks.treatment-open')), screen.how ? [': ', screen.how] : null),
      h('h3', {}, t('risks.controls')),
      chosen.length + own.length === 0 ? h('p', { class: 'quiet' }, t('risks.no-controls'))
        : h('ul', { class: 'plain-list' },
          chosen.map((one) => h('li', {}, icon(one.excluded ? 'triangle' : 'check', 'inline'), h('span', { class: 'ref' }, one.reference), ' ', one.title, one.excluded ? [' ', pill('triangle', t('risks.excluded'), 'warn')] : null)),
          own.map((link) => h('li', {}, icon('check', 'inline'), h('a', { href: to('record', link.id) }, h('span', { class: 'ref' }, link.reference), ' ', link.name)))),
      screen.existing.length > 0 ? h('p', {}, h('b', {}, t('risks.existing')), ': ', screen.existing.map((link) => link.name).join(', ')) : null,
      h('p', { class: 'quiet' }, screen.compared ? t('risks.compared', { day: day(screen.compared) }) : t('risks.not-compared'),
        suggested.length > 0 ? ` ${t('risks.suggested-open', { list: suggested.map((one) => one.reference).join(', ') })}` : null),
      h('p', {}, button(t('risks.choose-controls'), () => chooseControlsFor(id, screen), { icon: 'list' })),
      h('h3', {}, t('risks.actions')),
      screen.actions.length === 0 ? h('p', { class: 'quiet' }, t('risks.no-actions'))
        : h('ul', { class: 'plain-list' }, screen.actions.map((action) => h('li', {}, actionMark(action), ' ', h('a', { href: to('record', action.record.id), title: action.what }, h('span', { class: 'ref' }, action.record.reference), ' ', action.record.name), h('span', { class: 'quiet' }, [action.owner?.name, action.due ? day(action.due) : null].filter(Boolean).map((word) => ` · ${word}`).join(''))))),
      h('p', {}, button(t('actions.add'), () => actionDialog([screen.line.record]), { icon: 'plus' })));
  }

  function acceptance() {
    const given = screen.acceptedBy;
    return h('section', { class: 'stack', 'aria-labelledby': 'risk-acceptance' }, h('h2', { id: 'risk-acceptance' }, t('risks.acceptance')),
      given ? h('p', {}, t('risks.accepted', { name: given.name, on: screen.acceptedOn ? day(screen.acceptedOn) : t('risks.no-day'), until: screen.acceptedUntil ? day(screen.acceptedUntil) : t('risks.no-end') }))
        : h('p', { class: 'quiet' }, t('risks.not-accepted')),
      screen.acceptanceReason ? h('p', { class: 'prose' }, screen.acceptanceReason) : null,
      screen.mayAccept ? h('p', { class: 'quiet' }, t('risks.may-accept', { who: screen.mayAccept })) : null,
      h('p', {}, linkButton(t('risks.accept'), `#/questions/${encodeURIComponent(id)}/care?at=risk-accepted-by`, {})));
  }

  draw();
  return {
    rail: '#/risks',
    list: '#/risks',
    panel: side,
    topics: ['risks', 'actions', 'controls', 'records', `record:${id}`],
    async refresh() { screen = await showRisk(id); draw(); },
    element: h('div', { class: 'view' },
      h('p', { class: 'trail' }, h('a', { href: '#/risks' }, t('risks.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('span', { class: 'ref' }, screen.line.record.reference)),
      head, body),
  };
}
