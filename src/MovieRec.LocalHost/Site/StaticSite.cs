using System.Reflection;
using System.Text.Json.Serialization;
using MovieRec.LocalHost.Composition;

namespace MovieRec.LocalHost.Site;

/// <summary>The files at <c>/</c>, out of this program, with the headers that keep a page to itself.</summary>
internal static class StaticSite
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly (string Path, string Resource, string ContentType)[] s_files =
    [
        ("/", "site/index.html", "text/html; charset=utf-8"),
        ("/site.css", "site/site.css", "text/css; charset=utf-8"),
        ("/openapi.yaml", "site/openapi.yaml", "application/yaml; charset=utf-8"),
    ];

    public static void Map(WebApplication app, LocalHostOptions options)
    {
        foreach (var (path, resource, contentType) in s_files)
        {
            var text = Read(resource).Replace("http://localhost:8080", options.Address, StringComparison.Ordinal);
            app.MapGet(path, (HttpContext context) =>
            {
                Protect(context.Response);
                return Results.Text(text, contentType);
            });
        }
    }

    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

internal sealed record HealthBody(string Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthBody))]
internal sealed partial class SiteJson : JsonSerializerContext;
