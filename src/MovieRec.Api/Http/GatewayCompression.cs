namespace MovieRec.Api.Http;

/// <summary>Compression by the gateway, in the cloud and on one machine.</summary>
public static class GatewayCompression
{
    /// <summary>Bytes of the smallest response that is compressed.</summary>
    public const int MinBytes = 1024;
}
