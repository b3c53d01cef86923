export default definePageConfig({ navigationBarTitleText: '福驿' })
