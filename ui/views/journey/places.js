// @ts-check
/** Where each step of the journey is worked on. */

/** @type {Record<import('../../ipc/types.js').StepId, string>} */
export const places = {
  organisation: '#/organisation', inventory: '#/inventory', classification: '#/classification', records: '#/records', duties: '#/duties', gaps: '#/gaps',
  method: '#/method', impacts: '#/impacts', risks: '#/risks', treatment: '#/actions', soa: '#/soa', reports: '#/reports',
};
