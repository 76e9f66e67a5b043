using System.Text.Json.Serialization.Metadata;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Http;

/// <summary>Conversion of values and failures to responses.</summary>
public static class Responses
{
    private static readonly KeyValuePair<string, string> s_noStore = new("Cache-Control", "no-store");
    private static readonly KeyValuePair<string, string> s_retryAfter = new("Retry-After", "2");

    public static ApiResponse Json<T>(T value, JsonTypeInfo<T> type) => Json(WireJson.Write(value, type));

    public static ApiResponse Json(ReadOnlyMemory<byte> body) => new(200, body, s_noStore);

    public static ApiResponse Message(string message) => Json(new MessageBody(message), ErrorJson.Default.MessageBody);

    public static ApiResponse Failure(Failure failure, string requestId)
    {
        var body = ErrorBody.Write(failure, requestId);
        return FailureStatus.Get(failure.Code) is var status && status is 503 or 429
            ? new ApiResponse(status, body, s_noStore, s_retryAfter) { Error = failure.Code }
            : new ApiResponse(status, body, s_noStore) { Error = failure.Code };
    }
}
