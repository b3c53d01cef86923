export default definePageConfig({ navigationBarTitleText: '公益发布' })
