import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../database.ts";

/** Questions, their messages, offers, return addresses and outbox; chats and members' cards. */
export function questions(dialect: Dialect): Migration {
  return { up: (db) => up(db, types[dialect]) };
}

interface ColumnTypes {
  readonly bytes: RawBuilder<unknown>;
  /** A number that the database hands out, growing. */
  readonly serial: RawBuilder<unknown>;
}

const types: Record<Dialect, ColumnTypes> = {
  sqlite: { bytes: sql`blob`, serial: sql`integer primary key autoincrement` },
  postgres: { bytes: sql`bytea`, serial: sql`bigint generated always as identity primary key` },
};

async function up(db: Kysely<unknown>, { bytes, serial }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("questions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("topic", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("assignee", "text")
    .addColumn("asked_at", "bigint", (column) => column.notNull())
    .addColumn("changed_at", "bigint", (column) => column.notNull())
    .addColumn("wrapped_key", bytes, (column) => column.notNull())
    .addColumn("ticket_hash", "text", (column) => column.notNull())
    .addColumn("sealed_identity", bytes)
    .execute();
  await db.schema.createIndex("questions_status").on("questions").columns(["status", "assignee"]).execute();

  await db.schema
    .createTable("return_addresses")
    .addColumn("question_id", "text", (column) =>
      column.primaryKey().references("questions.id").onDelete("cascade"),
    )
    .addColumn("asker_pseudonym", "text", (column) => column.notNull())
    .addColumn("sealed", bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("return_addresses_asker")
    .on("return_addresses")
    .column("asker_pseudonym")
    .execute();

  await db.schema
    .createTable("messages")
    .addColumn("position", serial)
    .addColumn("question_id", "text", (column) =>
      column.notNull().references("questions.id").onDelete("cascade"),
    )
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("member_id", "text")
    .addColumn("sealed_text", bytes, (column) => column.notNull())
    .addColumn("written_at", "bigint", (column) => column.notNull())
    .addUniqueConstraint("messages_id", ["question_id", "id"])
    .execute();

  await db.schema
    .createTable("offers")
    .addColumn("question_id", "text", (column) =>
      column.notNull().references("questions.id").onDelete("cascade"),
    )
    .addColumn("member_id", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("offers_key", ["question_id", "member_id"])
    .execute();
  await db.schema.createIndex("offers_status").on("offers").columns(["status", "member_id"]).execute();

  await db.schema
    .createTable("deliveries")
    .addColumn("sequence", serial)
    .addColumn("question_id", "text", (column) =>
      column.notNull().references("questions.id").onDelete("cascade"),
    )
    .addColumn("stream", "text", (column) => column.notNull())
    .addColumn("notice", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("enqueued_at", "bigint", (column) => column.notNull())
    .addColumn("due_at", "bigint")
    .execute();
  await db.schema.createIndex("deliveries_due").on("deliveries").column("due_at").execute();
  await db.schema.createIndex("deliveries_stream").on("deliveries").columns(["stream", "sequence"]).execute();
  await db.schema.createIndex("deliveries_question").on("deliveries").column("question_id").execute();

  await chats(db);
}

async function chats(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("handled_activities")
    .addColumn("activity", "text", (column) => column.primaryKey())
    .addColumn("handled_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("handled_activities_at")
    .on("handled_activities")
    .column("handled_at")
    .execute();
  await db.schema
    .createTable("chosen_languages")
    .addColumn("person", "text", (column) => column.primaryKey())
    .addColumn("language", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("member_conversations")
    .addColumn("member_id", "text", (column) => column.primaryKey())
    .addColumn("reference", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("member_cards")
    .addColumn("question_id", "text", (column) =>
      column.notNull().references("questions.id").onDelete("cascade"),
    )
    .addColumn("member_id", "text", (column) => column.notNull())
    .addColumn("activity_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("member_cards_key", ["question_id", "member_id", "activity_id"])
    .execute();
}
