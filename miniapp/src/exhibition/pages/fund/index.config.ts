export default definePageConfig({ navigationBarTitleText: '公益金去向', enableShareAppMessage: true })
