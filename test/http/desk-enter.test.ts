import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { openDoor } from '../support/http.ts'
import { hire, logIn, readable, type Visitor } from './desk-door.ts'

let house: House
let officer: Visitor
beforeAll(async () => {
  house = await openHouse()
  const door = openDoor(house)
  await hire(house, 'east', ['registrar'], 'officer')
  officer = await logIn(door, 'east', 'officer')
})
afterAll(() => house.close())

describe('entering what came otherwise (条例第29条、第31条)', () => {
  const entry = {
    as: 'person',
    channel: 'in-person',
    receivedOn: '2026-03-02',
    'applicant.class': 'naturalPerson',
    'applicant.name': '王五',
    'applicant.idType': 'resident-id',
    'applicant.idNumber': '11010519491231002X',
    'applicant.address': '河湾镇一组',
    'request.subject': '信访渠道',
    'delivery.form': 'paper',
    'delivery.route': 'pickup',
  }
  test('counts from its real receipt day', async () => {
    const sent = await officer.post('/desk/applications/new', entry)
    expect(sent.status).toBe(303)
    const read = readable(await (await officer.get(sent.headers.get('location') ?? '')).text())
    expect(read).toContain('申请已登记。')
    expect(read).toContain('2026-03-30')
    expect(read).toContain('已超期')
  })
  test('what was said orally is ticked as read back and agreed to; a guardian with papers stands beside', async () => {
    const oral = { ...entry, channel: 'oral' }
    const half = await officer.post('/desk/applications/new', { ...oral, readBack: 'yes' })
    expect(half.status).toBe(422)
    const html = await half.text()
    expect(html).toContain('id="f-consent-error"')
    expect(html).toMatch(/name="readBack" value="yes" checked/)
    const sent = await officer.post('/desk/applications/new', {
      ...oral,
      readBack: 'yes',
      consent: 'yes',
      'representative.name': '王六',
      'representative.idType': 'resident-id',
      'representative.idNumber': '11010519491231002X',
      'representative.phone': '13800001234',
      papers: '户口簿',
    })
    expect(sent.status).toBe(303)
    const read = readable(await (await officer.get(sent.headers.get('location') ?? '')).text())
    expect(read).toContain('口头提出的申请，已代为书写、宣读并经申请人同意')
    expect(read).toContain('代理人的证明材料 户口簿')
    expect(read).not.toContain('11010519491231002X')
  })
  test.each([
    ['a letter without its day', { channel: 'ordinary-mail', receivedOn: '' }, 'f-arrivedOn-error'],
    ['a day to come', { receivedOn: '2099-01-01' }, 'f-receivedOn-error'],
    ['no channel', { channel: '' }, 'f-channel-error'],
  ])('%s: refused beside the field, everything kept', async (_, wrong, id) => {
    const sent = await officer.post('/desk/applications/new', { ...entry, ...wrong })
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(html).toContain(`id="${id}"`)
    expect(html).toContain('value="王五"')
  })
})
