// @ts-check
/** Why a requirement does not apply: without a reason it is not set aside. */
import { askText } from '../../components/dialog.js';
import { t } from '../../lib/texts.js';

/** @param {import('../../ipc/types.js').GapRow} row @returns {Promise<string | null>} never blank */
export async function askAside(row) {
  const reason = await askText({ title: t('gaps.aside-title', { reference: row.reference }), label: t('gaps.aside-label'), hint: t('gaps.aside-hint'), value: row.judged.reason, act: t('gaps.save') });
  return reason || null;
}
