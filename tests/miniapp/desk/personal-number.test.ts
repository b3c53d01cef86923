/** Numbers that lead to a person, as the forms say so while one types. */
import { adjustmentOf, adjustmentProblems } from '../../../miniapp/src/points/desk/adjustments/view'
import { batchOf, batchProblems, emptyBatch } from '../../../miniapp/src/points/desk/batches/codes'
import { emptyDraft, fieldsOf, problemsOf } from '../../../miniapp/src/points/desk/gift/draft'

const idNumber = '11010519491231002X'

describe('a number that leads to a person', () => {
  it('is named at the reason of an adjustment, which is not proposed with it', () => {
    const draft = { points: '20', text: `补记，身份证${idNumber}` }
    expect(adjustmentProblems(draft)).toEqual({ text: `“${idNumber}”像是身份证号，请去掉` })
    expect(adjustmentOf(draft)).toBeNull()
    expect(adjustmentOf({ points: '20', text: '补记11月28日的走访' })).not.toBeNull()
  })

  it('is named at the label of a batch', () => {
    const draft = {
      ...emptyBatch,
      label: '找王姐138-0013-8000',
      count: '1',
      points: '1',
      until: '2036-12-31',
    }
    expect(batchProblems(draft, '2036-11-18')).toEqual({ label: '“138-0013-8000”像是电话号码，请去掉' })
    expect(batchOf(draft, '2036-11-18')).toBeNull()
  })

  it('is named at a gift, but for the telephone of an outlet in what it says of itself', () => {
    const draft = { ...emptyDraft, name: '大米', price: '10', outlets: ['320800-32080290'] }
    expect(problemsOf({ ...draft, name: '找13800138000', about: `卡号6222020000000000000` })).toEqual({
      name: '“13800138000”像是电话号码，请去掉',
      about: '“6222020000000000000”像是银行卡号，请去掉',
    })
    expect(fieldsOf({ ...draft, about: '到店前请打0517-83901234' }, null)).not.toBeNull()
  })
})
