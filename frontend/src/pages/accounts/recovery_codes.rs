//! Recovery codes, shown once.

use leptos::prelude::*;

use crate::{
    components::{Actions, Button, ButtonKind, CopyButton, IconName, Notice, Tone},
    i18n::t,
    platform,
    state::network::network_name,
};

/// Shows new recovery codes until the person has kept them.
#[component]
pub fn RecoveryCodes(
    /// The codes.
    codes: Vec<String>,
    /// The person has kept them.
    #[prop(into)]
    on_kept: Callback<()>,
) -> AnyView {
    let all = codes.join("\n");
    let file = all.clone();
    let save = move |()| {
        let name = network_name().short_name;
        platform::save_text(&format!("{name}.txt"), &format!("{name}\n\n{file}\n"));
    };
    let items: Vec<AnyView> =
        codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }.into_any()).collect();
    view! {
        <div class="stack" role="status">
            <Notice tone=Tone::Waiting title=t("accounts-codes-title")>
                <p>{t("accounts-codes-new-text")}</p>
            </Notice>
            <ul class="codes">{items}</ul>
            <Actions>
                <Button icon=IconName::Download on_press=save>{t("accounts-codes-save")}</Button>
                <CopyButton value=all label=t("accounts-codes-copy")/>
            </Actions>
            <Actions>
                <Button kind=ButtonKind::Primary on_press=move |()| on_kept.run(())>{t("accounts-codes-kept")}</Button>
            </Actions>
        </div>
    }
    .into_any()
}
