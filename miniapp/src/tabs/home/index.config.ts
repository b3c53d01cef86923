export default definePageConfig({ navigationBarTitleText: '福驿', enableShareAppMessage: true })
