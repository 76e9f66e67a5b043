namespace MovieRec.Lambda.Gateway;

/// <summary>Fields that are read from an event before its kind is known.</summary>
internal sealed class EventFields
{
    public string? Method { get; set; }

    public string? Resource { get; set; }

    public string? Path { get; set; }

    public Dictionary<string, string>? Headers { get; set; }

    public Dictionary<string, string>? AllHeaders { get; set; }

    public Dictionary<string, string>? Query { get; set; }

    public Dictionary<string, string>? AllQuery { get; set; }

    public byte[] Body { get; set; } = [];

    public bool IsBase64Encoded { get; set; }

    public bool HasContext { get; set; }

    public string? ResourcePath { get; set; }

    public string? RequestId { get; set; }

    public string? Stage { get; set; }

    public string? Source { get; set; }

    public string? DetailType { get; set; }

    public string? Id { get; set; }

    public string? Time { get; set; }
}
