internal import GraphFormats
internal import RoundTrip

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

exit(fuzz(GMLReader.self, GMLWriter()))
