import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StagePageScreen } from "@/components/assignment/stage-page-screen";
import { loadStageForm } from "@/lib/assignment/loaders";

type Props = { params: Promise<{ assignmentId: string; stage: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignmentId, stage } = await params;
  const [dto, t] = await Promise.all([
    loadStageForm(assignmentId, stage),
    getTranslations("stage"),
  ]);
  return { title: `${t(`kind.${dto.stage}`)} · ${dto.innovation.code}` };
}

export default async function StagePage({ params }: Props) {
  const { assignmentId, stage } = await params;
  return <StagePageScreen dto={await loadStageForm(assignmentId, stage)} />;
}
