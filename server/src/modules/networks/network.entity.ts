import { Column, Entity, PrimaryColumn } from "typeorm";

/** Units that learn together over years. */
@Entity("network")
export class Network {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("text")
  name!: string;

  @Column("timestamptz")
  createdAt!: Date;
}
