using System.CommandLine;

namespace MovieRec.Cli.Commands;

/// <summary>Option <c>--data</c>: the folder of the service on this machine.</summary>
internal static class ServiceData
{
    public static Option<string> Option() => new("--data")
    {
        Description = "Folder of the service's database",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MOVIEREC_DATA") is { Length: > 0 } folder ? folder : ".data",
    };
}
