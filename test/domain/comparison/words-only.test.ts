import { expect, test } from 'vitest'
import { wordsOnly } from '#app/domain/comparison/words-only.ts'

test.each([
  ['甲、乙和丙。', '甲，乙和丙', true],
  ['甲 乙　丙', '甲乙丙', true],
  ['（ＡＢＣ）１２３', '(ABC)123', true],
  ['《某法》', '某法', true],
  ['3.5%', '35%', false],
  ['30%', '30', false],
  ['三、五日', '三五日', false],
  ['10²', '102', false],
  ['2026 5', '20265', false],
  ['应当', '可以', false],
])('%s and %s read the same: %s', (a, b, same) => {
  expect(wordsOnly(a) === wordsOnly(b)).toBe(same)
})
