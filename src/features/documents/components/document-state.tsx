import { getTranslations } from "next-intl/server";
import { DateText } from "../../../components/date-text";
import { Words } from "../../../components/words";
import { StateMark } from "../../progress/components/state-mark";
import { Citations } from "../../sources/components/citations";
import type { ShownDocument } from "../model";

/** The state of a document, since when, who says so and on what evidence; the state's meaning beside it. */
export async function DocumentStateNow({
	document,
}: {
	document: ShownDocument;
}) {
	const [t, progress] = [
		await getTranslations("documents"),
		await getTranslations("progress"),
	];
	const { statement, state } = document;
	const asOf = statement?.asOf ?? document.signedOn;
	return (
		<section className="statement" aria-labelledby="state">
			<div>
				<h2 id="state">{t("stateNow")}</h2>
				<p>
					<StateMark state={state} />
				</p>
				{asOf && (
					<p>
						{t("asOf")} <DateText date={asOf} />
					</p>
				)}
				{statement ? (
					<>
						<p>
							<Words text={statement.note} />
						</p>
						<p>
							<Words text={statement.reason} />
						</p>
						<p>
							{t("assertedBy")} {progress(`assertedBy.${statement.assertedBy}`)}
						</p>
						<Citations citations={statement.citations} />
					</>
				) : document.itemised ? (
					<>
						<p>{t("stateFromSigning")}</p>
						<Citations citations={document.citations} />
					</>
				) : (
					<p>{t("stateOfSlot")}</p>
				)}
			</div>
			<p className="statement-meaning">
				{progress(`documentStates.${state}.definition`)}
			</p>
		</section>
	);
}
