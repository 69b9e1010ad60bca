import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inMonths, readDate } from '../../ui/lib/dates.js';
import { daysBetween, dueText, size } from '../../ui/lib/format.js';
import { useTexts } from '../../ui/lib/texts.js';
import { uiTexts } from './fake-ipc/content.js';

useTexts('en', uiTexts());

test('dates are read as people write them, day before month', () => {
  for (const typed of ['2026-11-22', '22.11.2026', '22/11/2026', ' 22 Nov 2026', '22 november 2026', '22 Nov. 2026']) {
    assert.equal(readDate(typed), '2026-11-22', typed);
  }
});

test('what is no day is not bent into one', () => {
  for (const typed of ['', '31.2.2026', '2026-13-01', 'soon', '22.11.26', '11/22/2026', '22 Foo 2026']) assert.equal(readDate(typed), null, typed);
});

test('months on, the end of a month stays the end', () => {
  assert.equal(inMonths('2026-08-31', 6), '2027-02-28');
  assert.equal(inMonths('2027-08-31', 6), '2028-02-29');
  assert.equal(inMonths('2026-11-22', 12), '2027-11-22');
});

test('a due date says how far it is, in the plural it needs', () => {
  assert.equal(dueText('2026-11-22', '2026-11-22'), 'today');
  assert.equal(dueText('2026-11-23', '2026-11-22'), 'in 1 day');
  assert.equal(dueText('2026-12-01', '2026-11-22'), 'in 9 days');
  assert.equal(dueText('2026-11-20', '2026-11-22'), '2 days overdue');
});

test('days are counted over the change of the clocks', () => {
  assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
});

test('sizes are rounded to what one can read', () => {
  assert.equal(size(482133), '482 kB');
  assert.equal(size(1_250_000), '1.3 MB');
  assert.equal(size(0), '0 byte');
});
