import { sequence, type Interact } from "../interaction.ts";
import type { Order } from "./model.d.ts";

export default (({ order }, response) => sequence(order.map(({ id }) => id!), response)) satisfies Interact<Order>;
