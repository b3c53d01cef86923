export default definePageConfig({ navigationBarTitleText: '收藏的展品' })
