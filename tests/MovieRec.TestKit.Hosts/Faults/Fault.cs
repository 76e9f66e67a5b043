namespace MovieRec.TestKit.Hosts.Faults;

/// <summary>Handling of a call by the server.</summary>
/// <param name="Forwards">The call reaches the emulator.</param>
/// <param name="Hangs">The call gets no response while the server runs.</param>
/// <param name="Drops">The connection breaks before the response.</param>
/// <param name="Status">Status of the server's own response.</param>
/// <param name="Body">Body of the server's own response.</param>
public sealed record Fault(bool Forwards = false, bool Hangs = false, bool Drops = false, int Status = 200, string Body = "")
{
    public static Fault None { get; } = new(Forwards: true);

    public static Fault ServerError { get; } = new(Status: 500, Body: """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}""");

    public static Fault GatewayError { get; } = new(Status: 502, Body: "<html>Bad Gateway</html>");

    public static Fault Throttled { get; } =
        new(Status: 400, Body: """{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"Rate exceeded"}""");

    public static Fault Overloaded { get; } =
        new(Status: 400, Body: """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}""");

    public static Fault Garbage { get; } = new(Body: "<html>This is not the service you are looking for</html>");

    public static Fault Slow { get; } = new(Hangs: true);

    public static Fault Dropped { get; } = new(Drops: true);

    /// <summary>Fault that executes the call but loses its response.</summary>
    public static Fault ResponseLost { get; } = new(Forwards: true, Drops: true);
}
