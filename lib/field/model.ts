import type { Agenda, OwnCohort } from "@/lib/agenda/model";
import type { AnyStageForm, TaskDto, TaskListDto } from "@/lib/assignment/model";
import type { AttendanceStatus } from "@/lib/attendance/model";
import type { InnovationProfile } from "@/lib/innovation/model";

/** The agenda of one of the participant's cohorts, as far as it concerns them. */
export interface FieldVisit {
  own: OwnCohort;
  agenda: Agenda;
  /** The own marks, by session. */
  marks: Record<string, { status: AttendanceStatus; at: string }>;
}

/** All that a participant's device needs to work without signal. Plain data, kept sealed on it. */
export interface FieldPack {
  person: { id: string; name: string };
  /** ISO instant of the reading. */
  at: string;
  tasks: TaskListDto;
  /** Of the tasks that can still be worked on: the whole of each, and the forms of its stages. */
  details: TaskDto[];
  forms: AnyStageForm[];
  innovations: InnovationProfile[];
  visits: FieldVisit[];
}
