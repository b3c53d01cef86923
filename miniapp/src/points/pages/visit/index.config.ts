export default definePageConfig({ navigationBarTitleText: '到站打卡' })
