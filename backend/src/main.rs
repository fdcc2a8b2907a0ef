//! The program: reads the command line and runs it.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    match verbund::cli::run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("verbund: {error}");
            ExitCode::FAILURE
        }
    }
}
