export default { title: '法规库' }
