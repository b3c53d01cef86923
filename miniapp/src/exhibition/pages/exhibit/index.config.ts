export default definePageConfig({ navigationBarTitleText: '展品', enableShareAppMessage: true })
