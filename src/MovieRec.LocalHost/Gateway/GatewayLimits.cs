namespace MovieRec.LocalHost.Gateway;

/// <summary>API Gateway's quotas for REST APIs that a client can exceed.</summary>
internal static class GatewayLimits
{
    /// <summary>Maximum payload size: 10 MB.</summary>
    public const int MaxBody = 10 * 1024 * 1024;

    /// <summary>Maximum size of request line and header values together: 10,240 bytes.</summary>
    public const int MaxHead = 10_240;

    /// <summary>Maximum number of header fields: 100.</summary>
    /// <remarks>Kestrel has the same default limit, but would respond without a body.</remarks>
    public const int MaxFields = 100;

    public static bool HeadTooLarge(HttpRequest request)
    {
        var fields = 0;
        var size = request.Method.Length + request.Path.Value!.Length + (request.QueryString.Value?.Length ?? 0);
        foreach (var field in request.Headers)
        {
            fields += field.Value.Count;
            foreach (var value in field.Value)
                size += value?.Length ?? 0;
        }

        return size > MaxHead || fields > MaxFields;
    }
}
