//! `GET /api/minutes/<meeting>/<number>.pdf`.

use poem::{Body, Request, Response, http::Method};
use serde_json::json;

use super::Met;

/// Long enough for a second page.
const LONG: &str = "# Ergebnis\n\n- eins\n- zwei\n  1. drei\n\nÄußerung „mit“ Łódź – 李.\n\n";

impl Met {
    async fn pdf(&self, token: &str, path: &str) -> Response {
        let mut request = Request::builder().method(Method::GET).uri(path.parse().unwrap());
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        self.scene.app.raw(request.finish()).await
    }

    async fn size(&self, token: &str, path: &str) -> usize {
        Body::into_vec(self.pdf(token, path).await.into_body()).await.unwrap().len()
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    memchr::memmem::find(bytes, word.as_bytes()).is_some()
}

#[tokio::test]
async fn a_version_is_saved_as_a_tagged_pdf() {
    let met = Met::new().await;
    let text = met.text(2, 0, &LONG.repeat(12));
    met.done(&met.scene.mona, "minutesSave", text).await;
    let action = json!({ "text": "Raum buchen", "organisationId": met.scene.organisation.to_string(), "due": "2026-03-20" });
    let input = json!({ "itemId": met.items[0].to_string(), "action": action });
    met.done(&met.scene.mona, "minutesActionAdd", input).await;
    met.review("2026-03-09").await;
    let path = format!("/api/minutes/{}/1.pdf", met.meeting);
    let token = met.scene.app.token_now(&met.scene.karl.id).await;
    let response = met.pdf(&token, &path).await;
    let header = |name: &str| response.headers().get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!((response.status().as_u16(), header("content-type").as_str()), (200, "application/pdf"));
    let name = header("content-disposition");
    assert!(
        name.starts_with("attachment;") && name.contains("Protokoll Erste Sitzung 2026-03-02.pdf"),
        "{name}"
    );
    let bytes = Body::into_vec(response.into_body()).await.unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    for word in ["StructTreeRoot", "pdfuaid", "/Lang", "Erste Sitzung"] {
        assert!(holds(&bytes, word), "{word}");
    }
}

#[tokio::test]
async fn what_is_internal_stands_in_it_for_those_who_see_it_and_ask() {
    let met = Met::new().await;
    met.reviewed().await;
    let path = format!("/api/minutes/{}/1.pdf", met.meeting);
    let internal = format!("{path}?internal=1");
    let [karl, guest] = [&met.scene.karl, &met.scene.guest].map(|who| met.scene.app.token_now(&who.id));
    let (karl, guest) = futures::join!(karl, guest);
    let public = met.size(&karl, &path).await;
    assert!(met.size(&karl, &internal).await > public);
    assert_eq!((met.size(&guest, &path).await, met.size(&guest, &internal).await), (public, public));
}

#[tokio::test]
async fn it_is_refused_as_the_version_is() {
    let met = Met::new().await;
    met.reviewed().await;
    let path = format!("/api/minutes/{}/1.pdf", met.meeting);
    let outsider = met.scene.app.token_now(&met.scene.outsider.id).await;
    let karl = met.scene.app.token_now(&met.scene.karl.id).await;
    assert_eq!(met.pdf("", &path).await.status().as_u16(), 401);
    assert_eq!(met.pdf(&outsider, &path).await.status().as_u16(), 404);
    for wrong in ["2.pdf", "x.pdf", "1.txt", "1"] {
        let path = format!("/api/minutes/{}/{wrong}", met.meeting);
        assert_eq!(met.pdf(&karl, &path).await.status().as_u16(), 404, "{wrong}");
    }
}
