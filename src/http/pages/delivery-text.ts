import { deliveryFormLabels, deliveryRouteLabels } from '../ui/words/application.ts'
import { labelOf } from './label-of.ts'

/** How an applicant wants the information (提供方式), '' when nothing was said of it. */
export function deliveryText({
  form,
  route,
}: {
  form: string | null
  route: string | null
}): string {
  return [
    ...(form === null ? [] : [labelOf(deliveryFormLabels, form)]),
    ...(route === null ? [] : [labelOf(deliveryRouteLabels, route)]),
  ].join('，')
}
