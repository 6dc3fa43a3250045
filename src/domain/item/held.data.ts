/** What readers of its former address are told of an item that was public before (不再主动公开). */
export const noLongerPublic = '经审查，该信息不再主动公开。'
