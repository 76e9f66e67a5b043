using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Api.Http;

/// <summary>How JSON leaves the service: UTF-8 as it is, not escaped to ASCII (the content type says that it is no HTML).</summary>
public static class WireJson
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The options that a source-generated context declared, with our encoder.</summary>
    public static JsonSerializerOptions With(JsonSerializerContext context) => new(context.Options) { Encoder = Encoder };
}
