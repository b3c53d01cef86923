/** The one sentence to whoever said that they are under 18, wherever points are earned or spent (decision 020). */
export const underAge = '未满 18 周岁不能攒积分'

/** With the way to put a slip of the thumb right. */
export const underAgeText = `${underAge}。年龄按错了，到“我的”里改。`
