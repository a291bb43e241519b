import { useTranslations } from "next-intl";
import { AddStaff } from "@/components/center/add-staff";
import { StaffActions } from "@/components/center/staff-actions";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyRow, Table } from "@/components/ui/table";
import type { CenterDto } from "@/lib/center/data";

/** One training centre with its staff. */
export function CenterCard({ center, ownId }: { center: CenterDto; ownId: string }) {
  const t = useTranslations("admin");
  const titleId = `center-${center.id}`;
  return (
    <Card as="section" aria-labelledby={titleId}>
      <CardHeader
        id={titleId}
        title={center.name}
        note={center.shortName}
        actions={<AddStaff centerId={center.id} />}
      />
      <Table label={center.name} stack>
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("email")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col">{t("status")}</th>
            <th scope="col" data-align="end">
              <span className="sr-only">{t("newLink")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {center.staff.map((staff) => (
            <tr key={staff.personId}>
              <td>{staff.name}</td>
              <td data-label={t("email")}>{staff.email}</td>
              <td data-label={t("role")}>{t(`roles.${staff.role}`)}</td>
              <td data-label={t("status")}>
                {!staff.active ? (
                  <Badge tone="late">{t("deactivated")}</Badge>
                ) : staff.isOffered ? (
                  <Badge tone="accent">{t("offered")}</Badge>
                ) : staff.hasPassword ? (
                  <Badge tone="good">{t("active")}</Badge>
                ) : (
                  <Badge>{t("invited")}</Badge>
                )}
              </td>
              <td data-align="end">
                {staff.personId !== ownId && (
                  <StaffActions
                    centerId={center.id}
                    personId={staff.personId}
                    name={staff.name}
                    active={staff.active}
                  />
                )}
              </td>
            </tr>
          ))}
          {center.staff.length === 0 && <EmptyRow columns={5}>{t("noStaff")}</EmptyRow>}
        </tbody>
      </Table>
    </Card>
  );
}
