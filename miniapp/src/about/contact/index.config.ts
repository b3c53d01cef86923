export default definePageConfig({ navigationBarTitleText: '联系市福彩中心' })
