export default definePageConfig({ navigationBarTitleText: '展厅', enableShareAppMessage: true })
