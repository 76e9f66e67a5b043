using MovieRec.Package.Tests.Hosting;
using MovieRec.TestKit.Hosts.Contracts;

namespace MovieRec.Package.Tests.Contracts;

public sealed class SecretsInOutputTests(PackagedHost host) : SecretsContract(host);
