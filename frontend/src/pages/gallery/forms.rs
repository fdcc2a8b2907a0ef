//! Fields and forms.

use leptos::prelude::*;

use super::gallery_page::Example;
use crate::components::{
    Actions, BilingualField, Button, ButtonKind, CheckboxField, CheckboxGroup, Choice, DateField, FileField,
    Form, FormErrors, FormSection, MentionField, PasswordField, RadioGroup, SelectField, TextAreaField,
    TextField,
};

fn choices() -> Vec<Choice> {
    vec![Choice::new("advice", "Advice"), Choice::new("course", "Course"), Choice::new("event", "Event")]
}

/// A form with every kind of field; sending it shows every kind of error.
#[component]
pub fn Forms() -> AnyView {
    let errors = RwSignal::new(FormErrors::default());
    let text = || RwSignal::new(String::new());
    let (email, about, form, cost, day) = (text(), text(), text(), text(), text());
    let (title_de, title_en) = (text(), text());
    let several = RwSignal::new(Vec::new());
    let agreed = RwSignal::new(false);
    let (file_name, password, comment) = (text(), text(), text());
    let send = move |()| {
        let wrong = |field: &str| (field.to_owned(), "Please fill in this field.".to_owned());
        errors.set(FormErrors {
            summary: Some("Some entries are not right yet.".to_owned()),
            fields: vec![wrong("title.de"), wrong("contact.email"), wrong("forms"), wrong("validFrom")],
        });
    };
    view! {
        <Example title="A form">
            <Form id="gallery" errors on_submit=send>
                <FormSection title="What it is" hint="Fields that belong together stand under one heading.">
                    <BilingualField label="Title" name="title" de=title_de en=title_en required=true/>
                    <TextAreaField label="What it gives" name="about" value=about max=2000 hint="In plain words."/>
                    <CheckboxGroup label="Forms" name="forms" value=several choices=choices() required=true/>
                    <MentionField
                        label="Comment"
                        hint="Type @ to name somebody."
                        name="comment"
                        value=comment
                        names=vec!["Anna Weißenfeld".to_owned(), "Rana Al-Khatib".to_owned()]
                        max=500
                    />
                    <RadioGroup label="Main form" name="form" value=form choices=choices()/>
                    <SelectField label="Cost" name="cost" value=cost choices=choices() empty="Please choose"/>
                </FormSection>
                <FormSection title="Whom to ask">
                    <TextField label="E-mail" name="contact.email" kind="email" value=email required=true/>
                    <PasswordField label="Password" name="password" value=password new=true/>
                    <DateField label="Valid from" name="validFrom" value=day/>
                    <CheckboxField label="The address may be published" name="public" value=agreed/>
                    <FileField
                        label="Logo"
                        name="logo"
                        accept="image/png,image/jpeg"
                        hint="PNG or JPEG, at most 1 MB."
                        on_file=move |file: web_sys::File| file_name.set(file.name())
                    />
                    <p>{file_name}</p>
                </FormSection>
                <Actions>
                    <Button kind=ButtonKind::Primary submit=true>"Send with mistakes"</Button>
                    <Button kind=ButtonKind::Quiet on_press=move |()| errors.set(FormErrors::default())>"Clear"</Button>
                </Actions>
            </Form>
        </Example>
    }
    .into_any()
}
