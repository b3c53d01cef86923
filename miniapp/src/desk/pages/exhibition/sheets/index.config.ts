export default definePageConfig({ navigationBarTitleText: '展馆内容' })
