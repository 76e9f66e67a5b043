using System.Net;
using System.Text;
using System.Text.Json.Serialization;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Site;
using MovieRec.Sqlite.Emails;
using MovieRec.Sqlite.Inbox;

namespace MovieRec.LocalHost.Dev;

/// <summary><c>/dev/inbox</c>: the verification mail of accounts on this machine, as a page or as JSON.</summary>
internal static class Inbox
{
    public const string Path = "/dev/inbox";

    public static void Map(WebApplication app, LocalHostOptions options) =>
        app.MapGet(Path, async (HttpContext context, IMailReader inbox, string? token, string? email) =>
        {
            if (!InboxAccess.IsAllowed(context.Request, token, options.InboxToken))
                return Results.NotFound();
            var mails = await inbox.ReadAsync(email, context.RequestAborted);
            SecurityHeaders.Protect(context.Response);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Vary = "Accept";
            return AsksForJson(context.Request)
                ? Results.Bytes(
                    WireJson.Write([.. mails.Select(InboxMail.From)], InboxJson.Default.InboxMailArray), ApiResponse.ContentType)
                : Results.Text(Page(mails), "text/html; charset=utf-8");
        });

    private static bool AsksForJson(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept is not null && accept.Contains("application/json", StringComparison.OrdinalIgnoreCase));

    private static string Page(IReadOnlyList<Mail> mails)
    {
        var page = new StringBuilder(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + "<title>Inbox of this machine</title><link rel=\"stylesheet\" href=\"/site.css\"></head><body><main><h1>Inbox</h1>");
        if (mails.Count == 0)
            page.Append("<p>No mail yet. Sign up, and the verification code arrives here.</p>");
        foreach (var mail in mails.Reverse())
        {
            page.Append($"<article><h2>{Html(mail.Subject)}</h2><p>To {Html(mail.To)}, {Timestamps.Text(mail.SentAt)}</p>")
                .Append($"<p>{Html(mail.Body)}</p><p class=\"code\">{Html(mail.Code)}</p></article>");
        }

        return page.Append("<p><a href=\"/\">MovieRec on this machine</a></p></main></body></html>").ToString();
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>A mail in the JSON of <c>/dev/inbox</c>.</summary>
internal sealed record InboxMail(string To, string Subject, string Body, string Code, string SentAt)
{
    public static InboxMail From(Mail mail) => new(mail.To, mail.Subject, mail.Body, mail.Code, Timestamps.Text(mail.SentAt));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InboxMail[]))]
internal sealed partial class InboxJson : JsonSerializerContext;
