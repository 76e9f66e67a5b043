namespace MovieRec.Api;

/// <summary>Constants of the contract that both gateways share.</summary>
public static class ApiContract
{
    /// <summary>The stage, which is the first part of every path.</summary>
    public const string Stage = "prod";

    /// <summary>Maximum time of a request in the gateway, in seconds; after it the response is 503 <c>Timeout</c>.</summary>
    public const int TimeoutSeconds = 29;
}
