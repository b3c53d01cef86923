export default definePageConfig({ navigationBarTitleText: '市民报告' })
